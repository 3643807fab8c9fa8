// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.machine;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Does several things at the same time.
public final class AtOnce {
    /// All results in the order of `works`, once all are done.
    ///
    /// @throws IOException the first failure in that order; nothing runs on by then
    public static <T> List<T> all(Collection<? extends Work<T>> works) throws IOException {
        var results = new ArrayList<Future<T>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            works.forEach(work -> results.add(threads.submit(work::run)));
        }
        var values = new ArrayList<T>();
        for (var result : results) {
            values.add(Outcome.of(result, "the lab"));
        }
        return values;
    }

    private AtOnce() {}
}
