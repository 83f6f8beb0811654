package com.learnamp.entra.store;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** Roles by their codes in the column. */
@Converter(autoApply = true)
final class UserRoleCodes implements AttributeConverter<UserRole, String> {

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable UserRole role) {
        return role == null ? null : role.code();
    }

    @Override
    public @Nullable UserRole convertToEntityAttribute(@Nullable String code) {
        return code == null ? null : UserRole.ofCode(code).orElseThrow();
    }
}
