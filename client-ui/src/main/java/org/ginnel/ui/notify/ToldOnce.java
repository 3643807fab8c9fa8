// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.notify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.ginnel.ui.file.UserFolders;
import org.slf4j.LoggerFactory;

/// Remembers for ever that the user was told something. An empty file stands for it, which whoever wants to be told
/// again deletes. Where nothing can be kept, it is remembered until the window ends.
///
/// Used on the window's thread only.
public final class ToldOnce {
    private final Optional<Path> file;
    private boolean told;

    private ToldOnce(Optional<Path> file) {
        this.file = file;
    }

    /// `NAME` in the folder of what the window remembers ([UserFolders#state()]).
    ///
    /// @param name of what is told
    public static ToldOnce in(Map<String, String> environment, String name) {
        return new ToldOnce(new UserFolders(environment).state().map(folder -> folder.resolve(name)));
    }

    /// Whether it was told, in this run or in an earlier one.
    public boolean isTold() {
        return told || file.filter(Files::exists).isPresent();
    }

    /// It was told now.
    public void told() {
        told = true;
        try {
            if (file.isPresent()) {
                Files.createDirectories(file.get().resolveSibling("."));
                Files.write(file.get(), new byte[0]);
            }
        } catch (IOException e) {
            LoggerFactory.getLogger(ToldOnce.class).warn("what was told cannot be kept: {}", e.toString());
        }
    }
}
