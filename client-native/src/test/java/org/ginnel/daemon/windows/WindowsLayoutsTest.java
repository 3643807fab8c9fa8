// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.ginnel.daemon.windows.jna.FwpByteBlob;
import org.ginnel.daemon.windows.jna.FwpV4AddrAndMask;
import org.ginnel.daemon.windows.jna.FwpV6AddrAndMask;
import org.ginnel.daemon.windows.jna.FwpValue0;
import org.ginnel.daemon.windows.jna.FwpmAction0;
import org.ginnel.daemon.windows.jna.FwpmDisplayData0;
import org.ginnel.daemon.windows.jna.FwpmFilter0;
import org.ginnel.daemon.windows.jna.FwpmFilterCondition0;
import org.ginnel.daemon.windows.jna.FwpmFilterEnumTemplate0;
import org.ginnel.daemon.windows.jna.FwpmFilterSubscription0;
import org.ginnel.daemon.windows.jna.FwpmProvider0;
import org.ginnel.daemon.windows.jna.FwpmSublayer0;
import org.ginnel.daemon.windows.jna.NativeStructure;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Our structures are laid out as the compiler of C lays them out.
class WindowsLayoutsTest {
    private final Layouts layouts = Layouts.read();

    static Stream<Arguments> structures() {
        return Stream.of(
                Arguments.of("FWP_BYTE_BLOB", new FwpByteBlob()),
                Arguments.of("FWP_V4_ADDR_AND_MASK", new FwpV4AddrAndMask()),
                Arguments.of("FWP_V6_ADDR_AND_MASK", new FwpV6AddrAndMask()),
                Arguments.of("FWP_VALUE0", new FwpValue0()),
                Arguments.of("FWP_CONDITION_VALUE0", new FwpValue0()),
                Arguments.of("FWPM_DISPLAY_DATA0", new FwpmDisplayData0()),
                Arguments.of("FWPM_ACTION0", new FwpmAction0()),
                Arguments.of("FWPM_FILTER_CONDITION0", new FwpmFilterCondition0()),
                Arguments.of("FWPM_FILTER0", new FwpmFilter0()),
                Arguments.of("FWPM_FILTER_ENUM_TEMPLATE0", new FwpmFilterEnumTemplate0()),
                Arguments.of("FWPM_FILTER_SUBSCRIPTION0", new FwpmFilterSubscription0()),
                Arguments.of("FWPM_PROVIDER0", new FwpmProvider0()),
                Arguments.of("FWPM_SUBLAYER0", new FwpmSublayer0()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("structures")
    void structure_isLaidOutAsC(String name, NativeStructure structure) {
        assertThat(structure.size()).isEqualTo(layouts.size(name));
        assertThat(layouts.fieldsOf(name))
                .isNotEmpty()
                .allSatisfy(field -> assertThat(structure.offset(field))
                        .as(field)
                        .isEqualTo(layouts.field(name, field).offset()));
    }
}
