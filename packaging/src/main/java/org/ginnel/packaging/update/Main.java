// SPDX-License-Identifier: Apache-2.0
package org.ginnel.packaging.update;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.ginnel.packaging.PackagingException;
import org.ginnel.packaging.Version;
import org.ginnel.update.Announcement;
import org.ginnel.update.Installation;
import org.ginnel.update.ReleaseVersion;
import org.ginnel.update.Seen;
import org.ginnel.update.UpdateJudge;
import org.ginnel.update.UpdateKey;
import org.ginnel.update.UpdateSigner;

/// `bin/announce`: makes the key, signs an announcement, says what one means.
public final class Main {
    private static final int USAGE = 2;
    private static final String HELP = """
            usage: announce key KEY-FILE
                   announce sign KEY-FILE SERIAL PER-MILLE DAYS ADDRESS PACKAGES-FOLDER ANNOUNCEMENT-FILE
                   announce check PUBLIC-KEY ANNOUNCEMENT-FILE VERSION KIND ARCHITECTURE

              key    makes a key to sign with, and prints the public key that installations verify with
              sign   announces the packages of a folder: SERIAL has to be larger than the last one's, PER-MILLE is how
                     many of a thousand installations may have them, DAYS how long this holds, ADDRESS where they lie
              check  says what an announcement means where that version of that kind of package is installed
            """;

    /// Ends the process with 0 when it did what was asked, 1 when it could not, 2 when it was asked wrongly.
    public static void main(String... arguments) {
        System.exit(run(List.of(arguments)));
    }

    static int run(List<String> arguments) {
        try {
            var command = arguments.isEmpty() ? "" : arguments.getFirst();
            if (command.equals("key") && arguments.size() == 2) {
                System.out.println(new KeyFile(Path.of(arguments.get(1))).make().text());
            } else if (command.equals("sign") && arguments.size() == 8) {
                sign(arguments);
            } else if (command.equals("check") && arguments.size() == 6) {
                check(arguments);
            } else {
                System.err.print(HELP);
                return USAGE;
            }
            return 0;
        } catch (PackagingException | IllegalArgumentException | GeneralSecurityException e) {
            System.err.println("announce: " + e.getMessage());
        } catch (IOException e) {
            System.err.println("announce: " + e);
        }
        return 1;
    }

    private static void sign(List<String> words) throws IOException, GeneralSecurityException {
        var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        var announcement = new Announcement(
                Long.parseLong(words.get(2)),
                version(Version.OURS),
                now,
                now.plus(Duration.ofDays(Integer.parseInt(words.get(4)))),
                Integer.parseInt(words.get(3)),
                new Packages(Path.of(words.get(6)), URI.create(words.get(5))).downloads());
        if (announcement.downloads().isEmpty()) {
            throw new PackagingException("no packages in " + words.get(6));
        }
        var signer = new UpdateSigner(new KeyFile(Path.of(words.get(1))).read());
        Files.write(Path.of(words.get(7)), signer.sign(announcement));
    }

    private static void check(List<String> words) throws IOException {
        var key = UpdateKey.parse(words.get(1)).orElseThrow(() -> new PackagingException("that is no public key"));
        var here = new Installation(UUID.randomUUID(), version(words.get(3)), words.get(4), words.get(5));
        var judge = new UpdateJudge(List.of(key));
        var judgement = judge.judge(Files.readAllBytes(Path.of(words.get(2))), here, Seen.NOTHING, Instant.now());
        System.out.println(judgement.verdict());
    }

    private static ReleaseVersion version(String text) {
        return ReleaseVersion.parse(text).orElseThrow(() -> new PackagingException(text + " is no version"));
    }

    private Main() {}
}
