// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/// `serve` means the same whoever reads its words.
class ServeLineTest {
    private static Optional<String> nothing(String variable) {
        return Optional.empty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "serve",
                "serve --listen [::]:8443",
                "serve --listen=127.0.0.1:0 --database=/tmp/a=b.db",
                "serve --secret-file a --database b --database-password-file c --servers d",
                "serve --tls-keystore a --tls-password-file b --development",
                "serve --trusted-proxy 127.0.0.0/8,::1/128 --trusted-proxy=10.0.0.0/8 --proxy-header Forwarded"
            })
    void plainLines_meanWhatPicocliMakesOfThem(String line) {
        var words = List.of(line.split(" ", -1));

        assertThat(ServeLine.read(words, ServeLineTest::nothing))
                .get()
                .usingRecursiveComparison()
                .isEqualTo(parsed(words));
    }

    @Test
    void everyOptionOfServe_isRead() {
        var words = new ArrayList<>(List.of("serve"));
        options().forEach(option -> {
            words.add(option.longestName());
            if (option.arity().max() > 0) {
                words.add(option.longestName().equals("--listen") ? "127.0.0.1:1" : "10.0.0.0/8");
            }
        });

        assertThat(words).hasSizeGreaterThan(15);
        assertThat(ServeLine.read(words, ServeLineTest::nothing))
                .get()
                .usingRecursiveComparison()
                .isEqualTo(parsed(words));
    }

    private static List<OptionSpec> options() {
        var known = Optional.ofNullable(
                        Commands.line(ServeLineTest::nothing).getSubcommands().get("serve"))
                .orElseThrow();
        return known.getCommandSpec().options().stream()
                .filter(option -> !option.usageHelp() && !option.versionHelp())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "token list",
                "--help",
                "serve --help",
                "serve -h",
                "serve extra",
                "serve --listen",
                "serve --listen=",
                "serve --listen example.com:80",
                "serve --listen --database x",
                "serve --database a --database b",
                "serve --development --development",
                "serve --development=true",
                "serve --secret-file @file",
                "serve @file",
                "serve --trusted-proxy a,,b",
                "serve --listn 127.0.0.1:1",
                "serve -- x"
            })
    void whatIsNotPlain_isLeftToPicocli(String line) {
        assertThat(ServeLine.read(List.of(line.split(" ", -1)), ServeLineTest::nothing))
                .isEmpty();
    }

    private static Object parsed(List<String> words) {
        CommandLine.ParseResult result = Commands.line(ServeLineTest::nothing).parseArgs(words.toArray(String[]::new));
        return result.subcommand().commandSpec().userObject();
    }
}
