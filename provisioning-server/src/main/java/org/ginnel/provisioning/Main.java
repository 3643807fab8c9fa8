// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.ginnel.provisioning.log.LineProvider;

/// `ginnel-provisioning`. Exits with 0 when it did what was asked, 1 when it could not, 2 when it was asked wrongly.
public final class Main {
    private static final int FAILED = 1;

    private Main() {}

    public static void main(String[] args) {
        LineProvider.take();
        Function<String, Optional<String>> environment = name -> Optional.ofNullable(System.getenv(name));
        var plain = ServeLine.read(List.of(args), environment);
        System.exit(
                plain.isPresent()
                        ? serve(plain.get())
                        : Commands.line(environment).execute(args));
    }

    private static int serve(ServeCommand command) {
        try {
            return command.call();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return FAILED;
        } catch (RuntimeException e) {
            System.err.println(explained(e));
            return FAILED;
        }
    }

    /// What people are told when a command failed.
    static String explained(Exception e) {
        return "ginnel-provisioning: " + (e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
    }
}
