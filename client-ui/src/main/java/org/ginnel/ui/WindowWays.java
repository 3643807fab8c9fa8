// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui;

import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.ginnel.ui.frame.Tab;
import org.ginnel.ui.frame.Ways;
import org.ginnel.ui.text.Message;
import org.ginnel.ui.text.Words;

/// The ways between the screens of a window, to the user's files, and onto the desktop's clipboard.
record WindowWays(Consumer<Tab> goTo, Window window, Words words) implements Ways {
    @Override
    public void toConnect() {
        goTo.accept(Tab.CONNECT);
    }

    @Override
    public void toLocations() {
        goTo.accept(Tab.LOCATIONS);
    }

    @Override
    public void pickConfig(Consumer<Path> then) {
        var chooser = new FileChooser();
        chooser.setTitle(words.say(Message.of("own.pick")));
        chooser.getExtensionFilters()
                .addAll(
                        new FileChooser.ExtensionFilter(
                                words.say(Message.of("own.kinds")), "*.conf", "*.png", "*.jpg", "*.jpeg"),
                        new FileChooser.ExtensionFilter(words.say(Message.of("own.allKinds")), "*"));
        var file = chooser.showOpenDialog(window);
        if (file != null) {
            then.accept(file.toPath());
        }
    }

    @Override
    public void copy(String text) {
        var content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
