// SPDX-License-Identifier: Apache-2.0
package org.ginnel.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// What came back, and what is to be made of it.
record Answer(Received received) {
    private static final Pattern TITLE = Pattern.compile("(?i)<title[^>]{0,100}>([^<]{1,200})");
    private static final int HEAD = 4096;

    int status() {
        return received.status();
    }

    /// What the API says it is, in lower case and without parameters; may be empty.
    private String contentType() {
        return received.header("Content-Type").map(Answer::typeOf).orElse("");
    }

    /// The header `Retry-After`.
    Optional<String> retryAfter() {
        return received.header("Retry-After");
    }

    /// The header `Location`.
    Optional<String> location() {
        return received.header("Location");
    }

    /// Whether it went well.
    boolean isGood() {
        return status() >= 200 && status() <= 299;
    }

    /// Whether it says, by its status alone, that it went well.
    boolean isNothing() {
        return status() == 204;
    }

    /// Whether it says that the API has no such call, no such thing, or does not do it.
    boolean isMissing() {
        return Missing.STATUSES.contains(status());
    }

    /// Whether it sends us elsewhere.
    boolean isRedirect() {
        return status() >= 300 && status() <= 399;
    }

    /// Whether it is a page for people: a framework's error, a captive portal, the wrong address.
    boolean isHtml() {
        return contentType().contains("html") || head().stripLeading().startsWith("<");
    }

    /// What it is, such as `404 text/html: Not Found`.
    String describe() {
        var title = isHtml() ? TITLE.matcher(head()).results().findFirst() : Optional.<MatchResult>empty();
        var kind = contentType().isEmpty() ? "without a content type" : contentType();
        return status() + " " + kind
                + title.map(t -> ": " + PlainText.of(t.group(1), 100)).orElse("");
    }

    /// The JSON object that it is.
    JsonFields fields() throws UnexpectedAnswerException {
        var encoding = received.header("Content-Encoding").orElse("identity");
        if (!encoding.equalsIgnoreCase("identity")) {
            throw new UnexpectedAnswerException(describe() + ", encoded as " + encoding);
        }
        if (isHtml()) {
            throw new UnexpectedAnswerException(describe());
        }
        return JsonFields.parse(received.body());
    }

    /// What the API says went wrong, in at most 200 printable characters; empty when it does not say.
    String error() {
        try {
            return fields().optionalLabel("error", 200).orElse("");
        } catch (UnexpectedAnswerException e) {
            return "";
        }
    }

    private String head() {
        var body = received.body();
        return new String(body, 0, Math.min(body.length, HEAD), UTF_8);
    }

    private static String typeOf(String header) {
        return PlainText.of(header.replaceFirst(";.*", ""), 60).toLowerCase(Locale.ROOT);
    }
}
