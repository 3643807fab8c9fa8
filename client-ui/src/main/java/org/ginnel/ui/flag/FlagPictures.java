// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.flag;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;

/// The pictures of flags, each read when it is first wanted and kept. Used on the JavaFX thread only.
public final class FlagPictures {
    private final Map<String, Optional<Image>> byCountry = new HashMap<>();
    private @Nullable CountryCodes codes;

    /// The flag of a country by its name as operators write it; empty where there is none.
    public Optional<Image> of(String country) {
        return byCountry.computeIfAbsent(country, name -> codes().of(name).map(FlagPictures::read));
    }

    private CountryCodes codes() {
        if (codes == null) {
            codes = CountryCodes.load();
        }
        return codes;
    }

    private static Image read(String code) {
        var file = Objects.requireNonNull(FlagPictures.class.getResource(code + ".png"), code);
        return new Image(file.toExternalForm());
    }
}
