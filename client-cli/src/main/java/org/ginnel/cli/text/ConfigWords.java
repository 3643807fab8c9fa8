// SPDX-License-Identifier: Apache-2.0
package org.ginnel.cli.text;

import org.ginnel.wireguard.ConfigProblem;

/// What is wrong with a config, in words.
final class ConfigWords {
    private ConfigWords() {}

    /// Such as `line 3, PostUp: it would run commands or change routes behind our back`.
    static String of(ConfigProblem problem) {
        var place = problem.line() > 0 ? "line " + problem.line() + ", " : "";
        return place + problem.key() + ": " + words(problem.reason());
    }

    private static String words(ConfigProblem.Reason reason) {
        return switch (reason) {
            case TOO_LARGE -> "more than 64 KiB of text";
            case NOT_A_SETTING -> "neither a section, nor a setting, nor a comment";
            case UNKNOWN_SECTION -> "no section that WireGuard knows";
            case DUPLICATE_SECTION -> "a second section of this kind";
            case MISSING_SECTION -> "the section is missing";
            case UNKNOWN_KEY -> "no setting that WireGuard knows";
            case DUPLICATE_KEY -> "set twice";
            case MISSING_KEY -> "the setting is missing";
            case FORBIDDEN_KEY -> "it would run commands or change routes behind our back";
            case BAD_KEY -> "not a WireGuard key";
            case BAD_ADDRESS -> "not an address";
            case BAD_ENDPOINT -> "not a host and a port";
            case BAD_NUMBER -> "not a number in its range";
            case FORBIDDEN_ADDRESS -> "an address that only an attacker would name here";
        };
    }
}
