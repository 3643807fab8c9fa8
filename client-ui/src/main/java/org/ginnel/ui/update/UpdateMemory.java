// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.update;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.ginnel.ui.file.OwnFile;
import org.ginnel.ui.file.UserFolders;
import org.ginnel.ui.preferences.FlatJson;

/// Keeps what is remembered of announcements in the user's state: a few facts, and the last announcement as it
/// came, which is verified anew whenever it is read.
final class UpdateMemory {
    private final OwnFile facts;
    private final OwnFile announcement;

    private UpdateMemory(OwnFile facts, OwnFile announcement) {
        this.facts = facts;
        this.announcement = announcement;
    }

    /// `updates.json` and `announcement` in the folder of what the window remembers.
    static UpdateMemory in(Map<String, String> environment) {
        var folder = new UserFolders(environment).state();
        return new UpdateMemory(
                new OwnFile(folder.map(it -> it.resolve("updates.json")), FlatJson.MAX_LENGTH),
                new OwnFile(folder.map(it -> it.resolve("announcement")), ReleaseChannel.MOST_BYTES));
    }

    /// What was remembered last; for a new installation, or where it cannot be read, what one begins with.
    Kept kept() {
        return facts.read()
                .flatMap(bytes -> FlatJson.parse(new String(bytes, StandardCharsets.UTF_8)))
                .flatMap(Kept::of)
                .orElseGet(Kept::begun);
    }

    void keep(Kept kept) {
        facts.write(FlatJson.write(kept.fields()).getBytes(StandardCharsets.UTF_8));
    }

    /// As it came; empty when there is none.
    Optional<byte[]> announcement() {
        return announcement.read();
    }

    void keep(byte[] bytes) {
        announcement.write(bytes);
    }
}
