// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.demo;

import java.io.IOException;
import java.util.Optional;
import org.ginnel.lab.operator.Impostor;

/// The page that a broken proxy shows in the place of the operator's API. Used by one thread.
final class ErrorPage {
    private static final String PAGE = "<html><body><h1>502 Bad gateway</h1></body></html>";

    private final Demo demo;
    private Optional<Impostor> shown = Optional.empty();

    ErrorPage(Demo demo) {
        this.demo = demo;
    }

    /// Answers everything with the page from now on. The API has to be gone.
    void putUp() throws IOException {
        shown = Optional.of(new Impostor(demo.lab(), demo.operator(), Impostor.always(502, "text/html", PAGE)));
    }

    /// Makes room for the API. Harmless when the page is not up.
    void takeAway() {
        shown.ifPresent(Impostor::close);
        shown = Optional.empty();
    }
}
