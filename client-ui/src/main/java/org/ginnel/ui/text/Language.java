// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.text;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A language that the window speaks.
public enum Language {
    ENGLISH("en", "English", Plural.ONE_OTHER),
    GERMAN("de", "Deutsch", Plural.ONE_OTHER),
    FRENCH("fr", "Fran\u00e7ais", Plural.NONE_AND_ONE_OTHER),
    SPANISH("es", "Espa\u00f1ol", Plural.ONE_OTHER),
    PORTUGUESE("pt", "Portugu\u00eas", Plural.NONE_AND_ONE_OTHER),
    CHINESE("zh-Hans", "\u7b80\u4f53\u4e2d\u6587", Plural.OTHER),
    JAPANESE("ja", "\u65e5\u672c\u8a9e", Plural.OTHER),
    ARABIC("ar", "\u0627\u0644\u0639\u0631\u0628\u064a\u0629", Plural.ARABIC);

    private final String tag;
    private final String ownName;
    private final Plural plural;

    Language(String tag, String ownName, Plural plural) {
        this.tag = tag;
        this.ownName = ownName;
        this.plural = plural;
    }

    /// The languages that people may choose.
    public static List<Language> offered() {
        return List.of(values());
    }

    /// The offered language of that tag (BCP 47).
    public static Optional<Language> tagged(String tag) {
        return offered().stream().filter(language -> language.tag.equals(tag)).findFirst();
    }

    /// The language of the system, English when it is none of ours.
    public static Language of(Locale system) {
        return offered().stream()
                .filter(language ->
                        Locale.forLanguageTag(language.tag).getLanguage().equals(system.getLanguage()))
                .findFirst()
                .orElse(ENGLISH);
    }

    /// Its tag (BCP 47).
    public String tag() {
        return tag;
    }

    /// What those who speak it call it.
    public String ownName() {
        return ownName;
    }

    /// Whether its lines begin on the right.
    public boolean isRightToLeft() {
        return this == ARABIC;
    }

    /// How its words follow numbers.
    public Plural plural() {
        return plural;
    }

    /// The end of the names of its files.
    public String suffix() {
        return this == ENGLISH ? "" : "_" + tag.substring(0, 2);
    }
}
