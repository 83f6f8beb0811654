package com.learnamp.entra.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ErasureKeyTest {

    private static final ErasureKey KEY = ErasureKey.parse("A".repeat(43) + "=");
    private static final CompanyId COMPANY = new CompanyId(4711);
    private static final EntraObjectId OBJECT =
            new EntraObjectId(UUID.fromString("0f0a1c9e-3a43-4c8b-9d2e-6f5a1b2c3d4e"));

    @Test
    void whatIsLeftOfSomebodyIsTheSameForEver() {
        assertThat(HexFormat.of().formatHex(KEY.hash(COMPANY, OBJECT)))
                .isEqualTo("bab872228d2fe395d0bfd6e60b402d03e953aa95136ee02dc229f626ea9bd733");
        assertThat(HexFormat.of().formatHex(KEY.hash(COMPANY, "Anna.Baker@example.com")))
                .isEqualTo("455a50c47c8bdf74b3e9a591d5b822e85206d0e6c26b81c80e3e66b58aa32264");
    }

    @Test
    void companiesKeysAndCasesOfAnAddress() {
        assertThat(KEY.hash(COMPANY, "ANNA@example.com"))
                .isEqualTo(KEY.hash(COMPANY, "anna@example.com"))
                .isNotEqualTo(KEY.hash(new CompanyId(4712), "anna@example.com"))
                .isNotEqualTo(
                        ErasureKey.parse("B".repeat(43) + "=").hash(COMPANY, "anna@example.com"));
    }

    @Test
    void aKeyThatIsNoneIsRefusedWithWhatToDo() {
        assertThatThrownBy(() -> ErasureKey.parse("c2hvcnQ="))
                .hasMessageContaining("openssl rand -base64 32");
        assertThatThrownBy(() -> ErasureKey.parse("?")).hasMessage("ERASURE_KEY is not Base64");
        assertThat(KEY).hasToString("ErasureKey[redacted]");
    }
}
