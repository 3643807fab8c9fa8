// SPDX-License-Identifier: Apache-2.0
package org.ginnel.http;

import java.util.function.Function;
import org.ginnel.tunnel.ErrorCause;

/// What came of asking the API: what was asked for, or why not.
public sealed interface ApiResult<T> {
    /// The API answered what it should.
    record Ok<T>(T value) implements ApiResult<T> {}

    /// It did not.
    record Failed<T>(ErrorCause cause) implements ApiResult<T> {}

    /// What `step` makes of the value; a failure stays what it is.
    default <R> ApiResult<R> then(Function<T, ApiResult<R>> step) {
        return switch (this) {
            case Ok<T>(var value) -> step.apply(value);
            case Failed<T>(var cause) -> new Failed<>(cause);
        };
    }
}
