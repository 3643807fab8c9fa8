// SPDX-License-Identifier: Apache-2.0
package org.ginnel.cli.json;

import java.util.Map;
import java.util.Optional;
import org.ginnel.cli.text.ExitCode;
import org.ginnel.cli.text.Explanation;
import org.ginnel.tunnel.ErrorCause;
import org.jspecify.annotations.Nullable;

/// A failure, as `docs/error.schema.json` describes it.
public final class ErrorJson {
    private ErrorJson() {}

    /// A document of its own, for a command that has nothing else to say.
    ///
    /// @param cause empty for what is wrong on this side of the socket; the name of `code` stands for it
    public static Map<String, @Nullable Object> of(ExitCode code, Explanation words, Optional<ErrorCause> cause) {
        return new Fields()
                .with("schema", 1)
                .with("error", error(cause.map(ErrorJson::tag).orElse(Fields.tag(code.name())), code, words))
                .map();
    }

    static Map<String, @Nullable Object> fields(ErrorCause cause) {
        return error(tag(cause), ExitCode.of(cause), Explanation.of(cause));
    }

    private static Map<String, @Nullable Object> error(String tag, ExitCode code, Explanation words) {
        return new Fields()
                .with("cause", tag)
                .with("what", words.what())
                .with("why", words.why())
                .with("next", words.next())
                .with("exit_code", code.number())
                .map();
    }

    private static String tag(ErrorCause cause) {
        return Fields.tag(cause.getClass().getSimpleName());
    }
}
