package com.learnamp.entra.store;

import io.smallrye.config.ConfigMapping;

/** With which tenant ids are sealed in the store. */
@ConfigMapping(prefix = "sealing")
interface SealingConfig {

    /**
     * {@code hash=base64,k1=base64,k2=base64}, 32 random bytes each: {@code hash} finds tenants and
     * never changes, the first of the others seals them, all of the others open them.
     */
    String tenantKeys();
}
