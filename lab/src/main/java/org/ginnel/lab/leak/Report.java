// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.leak;

import java.util.Optional;

/// One thing that was done, and what came of it: what a [Lane] tells whoever adds up.
sealed interface Report {
    /// One run of one scenario.
    ///
    /// @param client the name of its column
    /// @param scenario its name
    record OfTrial(String client, String scenario, Result result) implements Report {}

    /// One kill at one instant.
    ///
    /// @param kind what happened, for people
    /// @param offered how many packets the flood sent around it
    /// @param failure what went wrong; empty when nothing did
    record OfKill(String kind, long offered, Optional<String> failure) implements Report {}
}
