package com.learnamp.entra.store;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** Statuses by their codes in the column. */
@Converter(autoApply = true)
final class UserStatusCodes implements AttributeConverter<UserStatus, String> {

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable UserStatus status) {
        return status == null ? null : status.code();
    }

    @Override
    public @Nullable UserStatus convertToEntityAttribute(@Nullable String code) {
        return code == null ? null : UserStatus.ofCode(code).orElseThrow();
    }
}
