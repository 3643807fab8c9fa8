// SPDX-License-Identifier: Apache-2.0
package org.ginnel.account;

/// Which surface of the wire contract an operator's API speaks to a login.
public enum Surface {
    /// Nobody has found out yet.
    UNKNOWN,
    /// Section 1: a config for each server.
    LEGACY,
    /// Section 3: one device with one key for every server.
    V1
}
