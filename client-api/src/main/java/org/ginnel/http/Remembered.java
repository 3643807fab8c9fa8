// SPDX-License-Identifier: Apache-2.0
package org.ginnel.http;

import java.util.Optional;
import java.util.regex.Pattern;
import org.ginnel.account.ApiKey;
import org.ginnel.account.ApiUrl;

/// A good answer whose API gave it a tag: asked again with the tag, the API may say that it is still so (RFC 9110,
/// section 13.1.2) instead of sending it. Prints without the key.
///
/// @param url whose it was
/// @param key that it was given to: another one may see something else
/// @param tag as it stood in the header, which is where it goes back to
record Remembered(ApiUrl url, ApiKey key, String path, String tag, Answer answer) {
    private static final int UNCHANGED = 304;
    private static final Pattern TAG = Pattern.compile("(?:W/)?\"[\\x21\\x23-\\x7e]{1,200}\"");

    /// What there is to remember of an answer that was understood.
    static Optional<Remembered> of(ApiCall<?> call, ApiUrl url, ApiKey key, Received received, Answer answer) {
        return received.header("ETag")
                .filter(tag -> answer.isGood() && TAG.matcher(tag).matches())
                .map(tag -> new Remembered(url, key, call.path(), tag, answer));
    }

    /// Whether it is what this call would be answered with.
    boolean isOf(ApiCall<?> call, ApiUrl toWhom, ApiKey with) {
        return path.equals(call.path()) && url.equals(toWhom) && key.equals(with);
    }

    /// Whether the API says that it is still so.
    static boolean isUnchanged(Received received) {
        return received.status() == UNCHANGED;
    }

    @Override
    public String toString() {
        return "Remembered[" + path + "]";
    }
}
