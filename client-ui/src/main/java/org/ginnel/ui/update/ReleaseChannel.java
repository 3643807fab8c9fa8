// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.update;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Supplier;
import org.ginnel.http.SmallFile;
import org.ginnel.update.UpdateJudge;
import org.ginnel.update.UpdateKey;

/// Where this build hears of newer releases, and whom it believes.
///
/// @param judge of what is heard
/// @param host that is asked, for people
/// @param file that is read
public record ReleaseChannel(UpdateJudge judge, String host, Supplier<SmallFile.Read> file) {
    /// Of an announcement with its signatures; nothing larger is one.
    static final int MOST_BYTES = 64 * 1024;

    private static final Duration LIMIT = Duration.ofSeconds(60);

    /// As the build was told by the properties `ginnel.update.keys` and `ginnel.update.address`; empty for a build
    /// that was told nothing, as every checkout is.
    ///
    /// @throws IllegalStateException for a build that was told nonsense
    public static Optional<ReleaseChannel> built() {
        try (var in = ReleaseChannel.class.getResourceAsStream("channel.properties")) {
            return in == null ? Optional.empty() : read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<ReleaseChannel> read(InputStream in) throws IOException {
        var told = new Properties();
        told.load(in);
        return of(told.getProperty("keys", ""), told.getProperty("address", ""));
    }

    /// @param keys in base64, with commas between them
    static Optional<ReleaseChannel> of(String keys, String address) {
        if (keys.isBlank() && address.isBlank()) {
            return Optional.empty();
        }
        var parsed = Arrays.stream(keys.split(",", -1)).map(ReleaseChannel::key).toList();
        try {
            return Optional.of(of(parsed, new SmallFile(URI.create(address.strip()), MOST_BYTES, LIMIT, List.of())));
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("ginnel.update.address is no address of https", e);
        }
    }

    private static UpdateKey key(String base64) {
        return UpdateKey.parse(base64.strip())
                .orElseThrow(() -> new IllegalStateException("ginnel.update.keys has something that is no key"));
    }

    /// A channel that reads that file and believes those keys.
    public static ReleaseChannel of(List<UpdateKey> keys, SmallFile file) {
        return new ReleaseChannel(new UpdateJudge(keys), file.address().getHost(), file::read);
    }
}
