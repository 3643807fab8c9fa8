// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.fleet;

import java.net.URI;

/// Where events are sent. Never prints the secret.
///
/// @param secret what requests are signed with, 32 characters or more
/// @param mayBePrivate whether the address may be one that only this machine or its network reaches
public record Webhook(URI url, String secret, boolean mayBePrivate) {
    public Webhook {
        var https = "https".equals(url.getScheme());
        if (!https && !(mayBePrivate && "http".equals(url.getScheme()))) {
            throw new IllegalArgumentException("a webhook's url begins with https://");
        }
        if (url.getHost() == null || url.getUserInfo() != null || url.getFragment() != null) {
            throw new IllegalArgumentException("a webhook's url has a host, and no user or password");
        }
        if (secret.length() < 32) {
            throw new IllegalArgumentException("a webhook's secret has 32 characters or more");
        }
    }

    @Override
    public String toString() {
        return "Webhook[" + url.getHost() + "]";
    }
}
