// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab;

/// A version of the Internet Protocol.
public enum Family {
    IPV4,
    IPV6
}
