package com.learnamp.entra.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0f0a1c9e-3a43-4c8b-9d2e-6f5a1b2c3d4e",
                "0F0A1C9E-3A43-4C8B-9D2E-6F5A1B2C3D4E",
                " 0f0a1c9e-3a43-4c8b-9d2e-6f5a1b2c3d4e\n"
            })
    void guidsAreReadInAnyCaseAndWrittenInLowerCase(String text) {
        String written = "0f0a1c9e-3a43-4c8b-9d2e-6f5a1b2c3d4e";

        assertThat(EntraObjectId.parse(text)).hasToString(written);
        assertThat(EntraTenantId.parse(text)).hasToString(written);
        assertThat(SyncRunId.parse(text)).hasToString(written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1-1-1-1-1",
                "0f0a1c9e3a434c8b9d2e6f5a1b2c3d4e",
                "{0f0a1c9e-3a43-4c8b-9d2e-6f5a1b2c3d4e}",
                "0f0a1c9e-3a43-4c8b-9d2e-6f5a1b2c3d4g",
                "0f0a1c9e-3a43-4c8b-9d2e-6f5a1b2c3d4e0",
                "contoso.onmicrosoft.com"
            })
    void whatIsNoGuidIsRefusedWithTheRightShape(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EntraObjectId.parse(text))
                .withMessageContaining("00000000-0000-0000-0000-000000000000");
        assertThatIllegalArgumentException().isThrownBy(() -> EntraTenantId.parse(text));
        assertThatIllegalArgumentException().isThrownBy(() -> SyncRunId.parse(text));
    }

    @Test
    void companiesAreNumberedFromOne() {
        assertThat(new CompanyId(1)).hasToString("1").isLessThan(new CompanyId(2));
        assertThatIllegalArgumentException().isThrownBy(() -> new CompanyId(0));
        assertThatIllegalArgumentException().isThrownBy(() -> new CompanyId(-1));
    }
}
