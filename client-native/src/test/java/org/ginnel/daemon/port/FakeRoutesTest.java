// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.port;

import static org.assertj.core.api.Assertions.assertThat;

import org.ginnel.tunnel.ErrorCause.EngineMissing;
import org.junit.jupiter.api.Test;

class FakeRoutesTest extends RoutesContract {
    private final FakeRoutes routes = new FakeRoutes(new Journal());

    @Override
    protected Routes routes() {
        return routes;
    }

    @Override
    protected void removeByAnother() {
        routes.flush();
    }

    @Test
    void divert_refused_changesNothing() {
        routes.refuse("divert", new EngineMissing());
        assertThat(routes.divert(Plans.routes())).contains(new EngineMissing());
        assertThat(routes.extent()).isEqualTo(FakeRoutes.Extent.NOTHING);
        routes.recover();
        assertThat(routes.divert(Plans.routes())).isEmpty();
    }
}
