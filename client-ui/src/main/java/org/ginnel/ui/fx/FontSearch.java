// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.fx;

import com.sun.javafx.font.FontConfigManager;
import com.sun.javafx.font.FontConfigManager.FcCompFont;
import com.sun.javafx.font.FontConfigManager.FontConfigFont;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/// Looks for the system's fonts in the place of JavaFX, in a sixth of the time and memory.
///
/// JavaFX has twelve names of fonts, and for each it has fontconfig sort all fonts that are installed, so that it knows
/// who has the letters that the first one lacks (`FontConfigManager` of JavaFX 26); each sum of letters on that way is
/// never freed. With 360 files of fonts that takes 60 ms before the first frame, and 27 MB for good. Here only the two
/// names are sorted for that this window is written in; the other ten get their first font, and theirs after it.
public final class FontSearch {
    private static final String REGULAR = "sans:regular:roman";
    private static final String BOLD = "sans:bold:roman";
    private static final int STYLES = 4;

    private FontSearch() {}

    /// Looks beside whatever the caller does. JavaFX, which looks when it draws, waits for the end; where it is another
    /// one than we know, it looks by itself. Called once, on Linux.
    public static void begin() {
        Thread.ofPlatform().daemon().name("ginnel-fonts").start(FontSearch::search);
    }

    /// Under the lock under which JavaFX looks.
    @SuppressWarnings("LockOnNonEnclosingClassLiteral")
    private static void search() {
        try {
            Class.forName("com.sun.javafx.font.PrismFontFactory"); // loads the native part
            synchronized (FontConfigManager.class) {
                var found = field("fontConfigFonts");
                if (found.get(null) == null) {
                    var fonts = fonts();
                    field("defaultFontFile").set(null, first(fonts[0]).fontFile);
                    found.set(null, fonts);
                }
            }
        } catch (ReflectiveOperationException | LinkageError e) {
            LoggerFactory.getLogger(FontSearch.class)
                    .warn("JavaFX looks for fonts by itself, and takes longer: {}", e.toString());
        }
    }

    /// Those of each name, the first and those that have what it lacks.
    static FcCompFont[] fonts() throws ReflectiveOperationException {
        var names = (String[]) method("getFontConfigNames").invoke(null);
        var all = new FcCompFont[names.length];
        for (var i = 0; i < all.length; i++) {
            all[i] = new FcCompFont();
            all[i].fcName = names[i];
            all[i].fcFamily = names[i].substring(0, names[i].indexOf(':'));
            all[i].style = i % STYLES;
        }
        var regular = named(REGULAR, all);
        var bold = named(BOLD, all);
        find(true, regular, bold);
        var others = Arrays.stream(all)
                .filter(font -> !font.equals(regular) && !font.equals(bold))
                .toArray(FcCompFont[]::new);
        find(false, others);
        for (var font : others) {
            follow(font, font.fcName.contains(":bold:") ? bold : regular);
        }
        return all;
    }

    private static FcCompFont named(String name, FcCompFont... fonts) throws ReflectiveOperationException {
        return Arrays.stream(fonts)
                .filter(font -> font.fcName.equals(name))
                .findFirst()
                .orElseThrow(() -> new NoSuchFieldException(name));
    }

    /// @param followed whether those that have what the first one lacks are wanted, too
    private static void find(boolean followed, FcCompFont... fonts) throws ReflectiveOperationException {
        var locale = method("getFCLocaleStr").invoke(null);
        var asked = method("getFontConfig", String.class, FcCompFont[].class, boolean.class)
                .invoke(null, locale, fonts, followed);
        if (!Boolean.TRUE.equals(asked)) {
            throw new ReflectiveOperationException("fontconfig does not answer");
        }
        for (var font : fonts) {
            first(font);
        }
    }

    private static FontConfigFont first(FcCompFont font) throws ReflectiveOperationException {
        if (font.firstFont == null) {
            throw new NoSuchFieldException("there is no font for " + font.fcName);
        }
        return font.firstFont;
    }

    private static void follow(FcCompFont font, FcCompFont others) {
        var after = Stream.ofNullable(others.allFonts)
                .flatMap(Arrays::stream)
                .filter(one -> !Objects.equals(one.fontFile, font.firstFont.fontFile));
        font.allFonts = Stream.concat(Stream.of(font.firstFont), after).toArray(FontConfigFont[]::new);
    }

    private static Field field(String name) throws ReflectiveOperationException {
        var field = FontConfigManager.class.getDeclaredField(name);
        field.setAccessible(true);
        return field;
    }

    private static Method method(String name, Class<?>... parameters) throws ReflectiveOperationException {
        var method = FontConfigManager.class.getDeclaredMethod(name, parameters);
        method.setAccessible(true);
        return method;
    }
}
