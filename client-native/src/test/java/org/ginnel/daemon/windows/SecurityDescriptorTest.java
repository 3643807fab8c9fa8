// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/// The bytes are those that `ConvertStringSecurityDescriptorToSecurityDescriptorW` of Wine 8 made of the
/// texts.
class SecurityDescriptorTest {
    private static final String SYSTEM = "010100000000000512000000";

    @Test
    void matchingLocalSystem_isWhatWindowsMakesOfItsText() {
        var descriptor = SecurityDescriptor.matchingLocalSystem();
        assertThat(descriptor.text()).isEqualTo("O:SYG:SYD:(A;;0x00000001;;;SY)");
        assertThat(HexFormat.of().formatHex(descriptor.bytes()))
                .isEqualTo("0100048014000000200000000000000" + "02c000000" + SYSTEM + SYSTEM + "02001c0001000000"
                        + "0000140001000000" + SYSTEM);
    }

    @Test
    void ofPipe_isWhatWindowsMakesOfItsText() {
        var descriptor = SecurityDescriptor.ofPipe();
        assertThat(descriptor.text())
                .isEqualTo("D:P(D;;0x10000000;;;NU)(A;;0x10000000;;;SY)(A;;0x0012019b;;;BA)(A;;0x0012019b;;;AU)");
        assertThat(HexFormat.of().formatHex(descriptor.bytes()))
                .isEqualTo("0100049000000000000000000000000014000000" + "02005c0004000000"
                        + "0100140000000010" + "010100000000000502000000"
                        + "0000140000000010" + SYSTEM
                        + "000018009b011200" + "01020000000000052000000020020000"
                        + "000014009b011200" + "01010000000000050b000000");
    }

    @Test
    void ofPrivateFolder_isTheSystemsAndAdministratorsAlone_withAllThatIsMadeInIt() {
        var descriptor = SecurityDescriptor.ofPrivateFolder();
        assertThat(descriptor.text()).isEqualTo("D:P(A;OICI;0x001f01ff;;;SY)(A;OICI;0x001f01ff;;;BA)");
        assertThat(HexFormat.of().formatHex(descriptor.bytes()))
                .isEqualTo("0100049000000000000000000000000014000000" + "0200340002000000"
                        + "00031400ff011f00" + SYSTEM
                        + "00031800ff011f00" + "01020000000000052000000020020000");
    }

    @Test
    void text_ofAnIdentity_isReadFromItsBytes() {
        assertThat(Sid.text(HexFormat.of().parseHex("ff" + SYSTEM), 1)).isEqualTo("S-1-5-18");
        assertThat(Sid.text(HexFormat.of().parseHex("0102000000000010ffffffff01000000"), 0))
                .isEqualTo("S-1-16-4294967295-1");
        assertThat(Sid.text(Sid.ADMINISTRATORS.bytes(), 0)).isEqualTo(Sid.ADMINISTRATORS.toString());
    }

    /// Whoever may make an instance of the pipe could answer in our place.
    @Test
    void ofPipe_onlyTheServiceMayMakeAnInstance() {
        var createInstance = 0x4;
        assertThat(SecurityDescriptor.ofPipe().entries())
                .filteredOn(SecurityDescriptor.Entry::allows)
                .filteredOn(entry -> !entry.who().equals(Sid.LOCAL_SYSTEM))
                .isNotEmpty()
                .allMatch(entry -> (entry.mask() & createInstance) == 0);
    }
}
