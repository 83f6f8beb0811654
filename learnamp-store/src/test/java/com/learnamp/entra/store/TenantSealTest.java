package com.learnamp.entra.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.learnamp.entra.contracts.EntraTenantId;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TenantSealTest {

    private static final String HASH = "hash=" + "A".repeat(43) + "=";
    private static final String FIRST = "k1=" + "B".repeat(42) + "A=";
    private static final String SECOND = "k2=" + "C".repeat(42) + "A=";
    private static final EntraTenantId TENANT =
            EntraTenantId.parse("9f2c7a10-5d3e-4b8a-8c61-2e7f40d1b9a3");

    private final TenantSeal seal = TenantSeal.parse(HASH + "," + FIRST);

    @Test
    void whatIsSealedIsOpenedAndNeverLooksTheSame() {
        byte[] once = seal.seal(TENANT);
        byte[] again = seal.seal(TENANT);

        assertThat(once).isNotEqualTo(again);
        assertThat(new String(once, StandardCharsets.ISO_8859_1)).doesNotContain("9f2c7a10");
        assertThat(seal.open(once)).isEqualTo(seal.open(again)).isEqualTo(TENANT);
    }

    @Test
    void aNewKeySealsAndTheOldOneStillOpensAndBothFindTheSame() {
        byte[] before = seal.seal(TENANT);
        TenantSeal rotated = TenantSeal.parse(HASH + "," + SECOND + "," + FIRST);

        assertThat(rotated.open(before)).isEqualTo(TENANT);
        assertThat(rotated.hash(TENANT)).isEqualTo(seal.hash(TENANT)).hasSize(32);
        byte[] after = rotated.seal(TENANT);
        assertThat(TenantSeal.parse(SECOND + "," + HASH).open(after)).isEqualTo(TENANT);
        assertThatThrownBy(() -> seal.open(after)).hasMessage("TENANT_KEYS has no key k2");
    }

    @Test
    void whatWasTamperedWithIsNotOpened() {
        byte[] stored = seal.seal(TENANT);
        stored[stored.length - 1] ^= 1;

        assertThatThrownBy(() -> seal.open(stored))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("can't be opened with the key k1");
    }

    @Test
    void keysThatAreNoneAreRefusedWithWhatToDo() {
        assertThatThrownBy(() -> TenantSeal.parse(FIRST)).hasMessageContaining("named hash");
        assertThatThrownBy(() -> TenantSeal.parse(HASH)).hasMessageContaining("one that seals");
        assertThatThrownBy(() -> TenantSeal.parse("k1")).hasMessageContaining("has the form");
        assertThatThrownBy(() -> TenantSeal.parse(HASH + ",k1=c2hvcnQ="))
                .hasMessageContaining("openssl rand -base64 32");
        assertThat(seal).hasToString("TenantSeal[k1]");
    }
}
