// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.ginnel.ui.admission.Administrator.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JoinProgramTest {
    @TempDir
    private Path bin;

    private void joinEndsWith(int code) throws IOException {
        var program = Files.writeString(bin.resolve("ginnel-join"), "#!/bin/sh\nexit " + code + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Optional<Path> beside() {
        return JoinProgram.beside(
                Map.of("GINNEL_LAUNCHER", bin.resolve("ginnel-ui").toString()));
    }

    private static Answer answer(Optional<Path> program) throws Exception {
        var answer = new CompletableFuture<Answer>();
        new JoinProgram(program, Runnable::run).ask(answer::complete);
        return answer.get(20, TimeUnit.SECONDS);
    }

    @Test
    void whatItEndsWith_isTheAnswer() throws Exception {
        joinEndsWith(0);
        assertThat(answer(beside())).isEqualTo(Answer.ALLOWED);
        joinEndsWith(126);
        assertThat(answer(beside())).isEqualTo(Answer.DISMISSED);
        joinEndsWith(127);
        assertThat(answer(beside())).isEqualTo(Answer.IMPOSSIBLE);
    }

    @Test
    void withoutTheProgram_nobodyCanBeAsked() throws Exception {
        assertThat(beside()).isEmpty();
        assertThat(JoinProgram.beside(Map.of())).isEmpty();
        assertThat(JoinProgram.beside(Map.of("GINNEL_LAUNCHER", "ginnel-ui"))).isEmpty();
        assertThat(new JoinProgram(Optional.empty(), Runnable::run).canBeAsked())
                .isFalse();
        assertThat(answer(Optional.empty())).isEqualTo(Answer.IMPOSSIBLE);
    }

    @Test
    void whatIsNoProgram_isNoReasonToFail() throws Exception {
        assertThat(answer(Optional.of(bin))).isEqualTo(Answer.IMPOSSIBLE);
    }
}
