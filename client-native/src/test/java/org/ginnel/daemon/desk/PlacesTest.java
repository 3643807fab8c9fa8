// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ginnel.wireguard.Endpoint;
import org.junit.jupiter.api.Test;

class PlacesTest {
    @Test
    void addresses_standForThemselves_inTheirOrder_eachOnce()
            throws UnknownHostException, Places.ForbiddenPlaceException {
        var places = Places.of(
                endpoint("203.0.113.7:51820"),
                endpoints("203.0.113.7:443", "[2001:db8::7]:53", "203.0.113.7:51820", "203.0.113.7:443"));

        assertThat(places.first()).isEqualTo(at("203.0.113.7", 51820));
        assertThat(places.others()).containsExactly(at("203.0.113.7", 443), at("2001:db8::7", 53));
    }

    @Test
    void otherNames_areNotLookedUp() throws UnknownHostException, Places.ForbiddenPlaceException {
        var places = Places.of(endpoint("203.0.113.7:51820"), endpoints("other.invalid:443", "203.0.113.8:443"));

        assertThat(places.others()).containsExactly(at("203.0.113.8", 443));
    }

    @Test
    void aNameThatLeadsHome_isRefused() {
        assertThatThrownBy(() -> Places.of(endpoint("localhost:51820"), List.of()))
                .isInstanceOf(Places.ForbiddenPlaceException.class);
        assertThatThrownBy(() -> Places.of(endpoint("127.0.0.1:51820"), List.of()))
                .isInstanceOf(Places.ForbiddenPlaceException.class);
    }

    @Test
    void whatLeadsHome_isNoOtherPlace_neitherNowNorWhenTakenUpAgain()
            throws UnknownHostException, Places.ForbiddenPlaceException {
        var others = endpoints("127.0.0.1:443", "[::1]:443", "224.0.0.1:443", "203.0.113.8:443");

        assertThat(Places.of(endpoint("203.0.113.7:51820"), others).others()).containsExactly(at("203.0.113.8", 443));
        assertThat(Places.besides(at("203.0.113.7", 51820), others)).containsExactly(at("203.0.113.8", 443));
        assertThat(Places.besides(at("203.0.113.8", 443), others)).isEmpty();
    }

    @Test
    void moreThanAnybodyTries_areCut() throws UnknownHostException, Places.ForbiddenPlaceException {
        var many = IntStream.rangeClosed(1, 100)
                .mapToObj(port -> endpoint("203.0.113.8:" + port))
                .toList();

        assertThat(Places.of(endpoint("203.0.113.7:51820"), many).others()).hasSize(Places.MOST_OTHERS);
        assertThat(Places.besides(at("203.0.113.7", 51820), many)).hasSize(Places.MOST_OTHERS);
    }

    private static List<Endpoint> endpoints(String... texts) {
        return Stream.of(texts).map(PlacesTest::endpoint).toList();
    }

    private static Endpoint endpoint(String text) {
        return Endpoint.parse(text).orElseThrow();
    }

    private static InetSocketAddress at(String address, int port) {
        return new InetSocketAddress(InetAddress.ofLiteral(address), port);
    }
}
