// SPDX-License-Identifier: Apache-2.0
package org.ginnel.control;

/// One line of what `ginnel doctor` found.
///
/// @param check a stable word for what was looked at, such as `firewall`
/// @param verdict how it is
/// @param detail the facts, one line of at most 300 characters
/// @param advice what to do next, empty when all is well
public record Finding(String check, Verdict verdict, String detail, String advice) {

    /// How a check ended.
    public enum Verdict {
        OK,
        WARNING,
        FAILED
    }
}
