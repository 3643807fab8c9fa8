// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.onboarding;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.ginnel.ui.text.Message;

/// The address of a provider's API, as people type it.
sealed interface ApiAddress {
    /// An address to try.
    ///
    /// @param url `https://host[:port][/path]`, or `http://` for a loopback host, without a trailing slash
    record Usable(String url) implements ApiAddress {}

    /// What is wrong with it.
    record Unusable(Message why) implements ApiAddress {}

    /// Reads what was typed: surrounding whitespace, a missing scheme and trailing slashes are forgiven.
    static ApiAddress parse(String typed) {
        var text = typed.strip();
        if (text.isEmpty()) {
            return new Unusable(Message.of("onboarding.addressMissing"));
        }
        if (text.length() > 2000) {
            return new Unusable(Message.of("onboarding.addressMalformed"));
        }
        try {
            return check(new URI(text.contains("://") ? text : "https://" + text));
        } catch (URISyntaxException e) {
            return new Unusable(Message.of("onboarding.addressMalformed"));
        }
    }

    private static ApiAddress check(URI uri) {
        var host = uri.getHost();
        var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (host == null || host.isEmpty() || uri.getUserInfo() != null) {
            return new Unusable(Message.of("onboarding.addressMalformed"));
        }
        if (uri.getQuery() != null || uri.getFragment() != null) {
            return new Unusable(Message.of("onboarding.addressMalformed"));
        }
        if (scheme.equals("https") || (scheme.equals("http") && isLoopback(host))) {
            return new Usable(scheme + "://" + rest(uri));
        }
        return new Unusable(Message.of("onboarding.addressInsecure"));
    }

    private static boolean isLoopback(String host) {
        return host.equals("localhost") || host.equals("[::1]") || host.matches("127(\\.\\d{1,3}){3}");
    }

    private static String rest(URI uri) {
        var text = uri.getRawAuthority() + (uri.getRawPath() == null ? "" : uri.getRawPath());
        while (text.endsWith("/")) {
            text = text.substring(0, text.length() - 1);
        }
        return text;
    }
}
