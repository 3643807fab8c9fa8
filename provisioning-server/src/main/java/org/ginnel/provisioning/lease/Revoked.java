// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.lease;

/// A lease that was taken back.
///
/// @param revision of the server, from which on its peer is gone
public record Revoked(String serverId, long revision) {}
