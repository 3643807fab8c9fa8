// SPDX-License-Identifier: Apache-2.0
package org.ginnel.peering;

/// What the other side sent is not a message of this contract. The message names the field, never its content.
public final class MalformedPeeringException extends Exception {
    private static final long serialVersionUID = 1L;

    public MalformedPeeringException(String message) {
        super(message);
    }
}
