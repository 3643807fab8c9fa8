// SPDX-License-Identifier: Apache-2.0
package org.ginnel.http;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import okio.ByteString;

/// What came back, read to its end.
///
/// @param contentType what the API says it is, in lower case and without parameters; may be empty
/// @param encoding the header `Content-Encoding`
/// @param retryAfter the header of that name
/// @param location the header of that name
record Answer(
        int status,
        String contentType,
        String encoding,
        Optional<String> retryAfter,
        Optional<String> location,
        ByteString body) {
    private static final Pattern TITLE = Pattern.compile("(?i)<title[^>]{0,100}>([^<]{1,200})");
    private static final int HEAD = 4096;

    /// Whether it went well.
    boolean isGood() {
        return status >= 200 && status <= 299;
    }

    /// Whether it says, by its status alone, that it went well.
    boolean isNothing() {
        return status == 204;
    }

    /// Whether it says that the API has no such call, no such thing, or does not do it.
    boolean isMissing() {
        return Missing.STATUSES.contains(status);
    }

    /// Whether it sends us elsewhere.
    boolean isRedirect() {
        return status >= 300 && status <= 399;
    }

    /// Whether it is a page for people: a framework's error, a captive portal, the wrong address.
    boolean isHtml() {
        return contentType.contains("html") || head().stripLeading().startsWith("<");
    }

    /// What it is, such as `404 text/html: Not Found`.
    String describe() {
        var title = isHtml() ? TITLE.matcher(head()).results().findFirst() : Optional.<MatchResult>empty();
        var kind = contentType.isEmpty() ? "without a content type" : contentType;
        return status + " " + kind
                + title.map(t -> ": " + PlainText.of(t.group(1), 100)).orElse("");
    }

    /// The JSON object that it is.
    JsonFields fields() throws UnexpectedAnswerException {
        if (!encoding.equalsIgnoreCase("identity")) {
            throw new UnexpectedAnswerException(describe() + ", encoded as " + encoding);
        }
        if (isHtml()) {
            throw new UnexpectedAnswerException(describe());
        }
        return JsonFields.parse(body.toByteArray());
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
        return body.substring(0, Math.min(body.size(), HEAD)).utf8();
    }

    static String typeOf(String header) {
        return PlainText.of(header.replaceFirst(";.*", ""), 60).toLowerCase(Locale.ROOT);
    }
}
