package com.learnamp.entra.simulator.tenants;

/**
 * What a tenant is made from.
 *
 * @param people how many people are in the root group
 * @param groupId the root group's id
 * @param domain the domain of the people's addresses
 */
public record TenantSettings(String id, int people, long seed, String groupId, String domain) {}
