// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.Set;
import org.ginnel.control.pipe.PipeEnd;
import org.ginnel.daemon.windows.Layouts;
import org.ginnel.daemon.windows.SecurityDescriptor;
import org.junit.jupiter.api.Test;

class TokenBytesTest {
    private static final long AT = 0x7f00_1234_0000L;
    private static final byte[] ANN =
            HexFormat.of().parseHex("010500000000000515000000010000000200000003000000e9030000");
    private static final byte[] ADMINISTRATORS = HexFormat.of().parseHex("01020000000000052000000020020000");
    private static final byte[] EVERYBODY = HexFormat.of().parseHex("010100000000000100000000");

    private final Layouts layouts = Layouts.read();

    @Test
    void user_isReadWhereItsAddressSays() {
        var bytes = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(0, AT + 16).position(16).put(ANN);
        assertThat(TokenBytes.user(bytes.array(), AT)).isEqualTo("S-1-5-21-1-2-3-1001");
    }

    /// Administrators who are not raised have their group for denying only.
    @Test
    void groups_areThoseThatEntitle() {
        assertThat(TokenBytes.groups(groups(TokenBytes.ENABLED), AT)).isEqualTo(Set.of("S-1-5-32-544", "S-1-1-0"));
        assertThat(TokenBytes.groups(groups(TokenBytes.DENIES_ONLY), AT)).isEqualTo(Set.of("S-1-1-0"));
        assertThat(TokenBytes.groups(groups(TokenBytes.ENABLED | TokenBytes.DENIES_ONLY), AT))
                .isEqualTo(Set.of("S-1-1-0"));
        assertThat(TokenBytes.groups(groups(0), AT)).isEqualTo(Set.of("S-1-1-0"));
    }

    @Test
    void anIdentityOutsideOfTheBytes_isNotRead() {
        var bytes = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN).putLong(0, AT + 4000);
        assertThatThrownBy(() -> TokenBytes.user(bytes.array(), AT)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void offsets_areThoseOfTheCompiler() {
        assertThat(layouts.field("TOKEN_USER", "User").offset()).isZero();
        assertThat(TokenBytes.GROUPS)
                .isEqualTo(layouts.field("TOKEN_GROUPS", "Groups").offset());
        assertThat(TokenBytes.GROUP).isEqualTo(layouts.size("SID_AND_ATTRIBUTES"));
        assertThat(TokenBytes.ATTRIBUTES)
                .isEqualTo(layouts.field("SID_AND_ATTRIBUTES", "Attributes").offset());
        assertThat((long) TokenBytes.ENABLED).isEqualTo(layouts.value("SE_GROUP_ENABLED"));
        assertThat((long) TokenBytes.DENIES_ONLY).isEqualTo(layouts.value("SE_GROUP_USE_FOR_DENY_ONLY"));
    }

    /// Who asked for more would be refused by the pipe's descriptor, and who could make an instance would answer in
    /// our place.
    @Test
    void whatACallerAsksFor_isWhatTheDescriptorGrants() {
        var speak = (layouts.value("FILE_GENERIC_READ") | layouts.value("FILE_GENERIC_WRITE"))
                & ~layouts.value("FILE_CREATE_PIPE_INSTANCE");
        assertThat((long) PipeEnd.SPEAK).isEqualTo(speak);
        assertThat(SecurityDescriptor.ofPipe().entries())
                .filteredOn(entry -> entry.who().word().equals("AU"))
                .extracting(SecurityDescriptor.Entry::mask)
                .containsExactly(PipeEnd.SPEAK);
        var first = ControlPipe.first("test");
        assertThat((long) first.openMode())
                .isEqualTo(layouts.value("PIPE_ACCESS_DUPLEX")
                        | layouts.value("FILE_FLAG_OVERLAPPED")
                        | layouts.value("FILE_FLAG_FIRST_PIPE_INSTANCE"));
        assertThat((long) first.pipeMode()).isEqualTo(layouts.value("PIPE_REJECT_REMOTE_CLIENTS"));
    }

    private static byte[] groups(int attributesOfAdministrators) {
        var bytes = ByteBuffer.allocate(128).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(0, 2);
        bytes.putLong(8, AT + 64).putInt(16, attributesOfAdministrators);
        bytes.putLong(24, AT + 96).putInt(32, 0x7);
        bytes.position(64).put(ADMINISTRATORS).position(96).put(EVERYBODY);
        return bytes.array();
    }
}
