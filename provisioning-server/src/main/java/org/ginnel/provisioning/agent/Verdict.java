// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.agent;

/// What becomes of an agent's report.
public enum Verdict {
    /// The device has what that revision says.
    ACCEPTED,
    /// The revision was not handed out since this service started, or too long ago. The agent asks again.
    UNKNOWN_REVISION,
    /// The device has something else than that revision says.
    OTHER_PEERS
}
