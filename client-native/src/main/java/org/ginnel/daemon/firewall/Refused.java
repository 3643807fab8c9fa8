// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.firewall;

/// What a rule has refused since the policy was put up.
///
/// @param paragraph of `docs/security.md` that the rule cites
public record Refused(int paragraph, long packets) {}
