// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.audit;

/// Who did something, as the record names it.
public final class Actor {
    /// Who did what no user and no operator asked for.
    public static final String SERVICE = "service";

    /// Whoever runs a command on the service's machine.
    public static final String OPERATOR = "operator";

    private Actor() {}

    /// A user, with a key of its own.
    public static String user(String id) {
        return "user:" + id;
    }

    /// Somebody who administers over HTTP, with a second factor.
    public static String admin(String id) {
        return "admin:" + id;
    }
}
