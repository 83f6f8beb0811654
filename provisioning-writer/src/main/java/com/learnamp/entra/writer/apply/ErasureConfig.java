package com.learnamp.entra.writer.apply;

import io.smallrye.config.ConfigMapping;

/** By what people who were erased are known again. */
@ConfigMapping(prefix = "erasure")
interface ErasureConfig {

    /**
     * At least 32 random bytes in Base64, the same in all services, and never changed: with another
     * one they would come back.
     */
    String key();
}
