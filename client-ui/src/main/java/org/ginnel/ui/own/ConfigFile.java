// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.own;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.ginnel.control.Request;
import org.ginnel.ui.text.Message;

/// A file that a user took for a WireGuard config, or for a picture of one. Reads no more of it than a config can have.
public sealed interface ConfigFile {
    /// Largest picture read, in bytes.
    long MAX_PICTURE_BYTES = 16L * 1024 * 1024;

    /// Its text, whatever that is worth: the daemon looks at it. Prints without it.
    ///
    /// @param name what to call the server: the file's name without its ending
    record Read(String name, String text) implements ConfigFile {
        @Override
        public String toString() {
            return "Read[" + name + "]";
        }
    }

    /// It cannot be one.
    ///
    /// @param title what is wrong
    /// @param next what to do
    record Unfit(Message title, Message next) implements ConfigFile {}

    /// What a file that the user picked holds.
    ///
    /// @param pictures reads the QR code of a picture; empty when there is none to be found
    static ConfigFile of(Path file, Function<Path, Optional<String>> pictures) {
        var name = Request.AddServer.nameOf(file);
        try {
            if (!Files.isRegularFile(file)) {
                return unreadable();
            }
            if (isPicture(file)) {
                return picture(file, name, pictures);
            }
            if (Files.size(file) > Request.MAX_OWN_CONFIG) {
                return new Unfit(Message.of("own.tooLarge"), Message.of("own.tooLargeNext"));
            }
            return fitting(name, Files.readString(file, StandardCharsets.UTF_8));
        } catch (CharacterCodingException _) {
            return new Unfit(Message.of("own.noText"), Message.of("own.noTextNext"));
        } catch (IOException _) {
            return unreadable();
        }
    }

    private static ConfigFile picture(Path file, String name, Function<Path, Optional<String>> pictures)
            throws IOException {
        if (Files.size(file) > MAX_PICTURE_BYTES) {
            return new Unfit(Message.of("own.noCode"), Message.of("own.noCodeNext"));
        }
        return pictures.apply(file)
                .map(text -> fitting(name, text))
                .orElseGet(() -> new Unfit(Message.of("own.noCode"), Message.of("own.noCodeNext")));
    }

    private static ConfigFile fitting(String name, String text) {
        return text.length() > Request.MAX_OWN_CONFIG
                ? new Unfit(Message.of("own.tooLarge"), Message.of("own.tooLargeNext"))
                : new Read(name, text);
    }

    private static Unfit unreadable() {
        return new Unfit(Message.of("own.unreadable"), Message.of("own.unreadableNext"));
    }

    private static boolean isPicture(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).matches(".*\\.(png|jpe?g|gif|bmp)");
    }
}
