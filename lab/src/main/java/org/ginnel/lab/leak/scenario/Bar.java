// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.leak.scenario;

/// How much may leave.
public enum Bar {
    /// Not one packet.
    NOTHING,
    /// Nothing more once a second has passed: somebody took the firewall itself away.
    MENDED_IN_A_SECOND
}
