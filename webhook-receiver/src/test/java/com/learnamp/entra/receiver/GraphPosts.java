package com.learnamp.entra.receiver;

import com.learnamp.entra.contracts.ClientState;
import com.learnamp.entra.contracts.EntraTenantId;
import java.util.Base64;
import java.util.UUID;

/** Bodies as Microsoft Graph posts them, oddities included. */
final class GraphPosts {

    static final String KEY_ID = "k1";
    static final byte[] KEY = "0123456789abcdef0123456789abcdef".getBytes();
    static final String KEYS =
            "k0=" + Base64.getEncoder().encodeToString(new byte[32]) + ", k1=" + base64(KEY);
    static final String SUBSCRIPTION = "76619225-ff6b-4489-96ca-4ef547e78b22";

    private GraphPosts() {}

    static EntraTenantId someTenant() {
        return new EntraTenantId(UUID.randomUUID());
    }

    static String state(EntraTenantId tenant, String resource) {
        return ClientState.of(KEY, KEY_ID, tenant, resource);
    }

    static String userChanged(EntraTenantId tenant, String user, String clientState) {
        return """
        {"changeType":"updated","clientState":"%3$s","resource":"Users/%2$s",
         "resourceData":{"@odata.type":"#Microsoft.Graph.User","@odata.id":"Users/%2$s","id":"%2$s",
           "organizationId":"%1$s","eventTime":"2022-05-24T22:24:31.3062901Z",
           "sequenceNumber":637628640120385565},
         "subscriptionExpirationDateTime":"2022-05-24T23:21:19.3554403+00:00",
         "subscriptionId":"%4$s","tenantId":"%1$s"}\
        """
                .formatted(tenant, user, clientState, SUBSCRIPTION);
    }

    static String groupChanged(
            EntraTenantId tenant, String group, String members, String clientState) {
        return """
        {"changeType":"updated","clientState":"%4$s","resource":"Groups/%2$s",
         "resourceData":{"@odata.type":"#Microsoft.Graph.Group","@odata.id":"Groups/%2$s","id":"%2$s",
           "organizationId":"%1$s","members@delta":%3$s},
         "subscriptionExpirationDateTime":"2022-05-24T23:21:19.3554403+00:00",
         "subscriptionId":"%5$s","tenantId":"%1$s"}\
        """
                .formatted(tenant, group, members, clientState, SUBSCRIPTION);
    }

    static String lifecycle(EntraTenantId tenant, String event, String clientState) {
        return """
        {"subscriptionId":"%4$s","subscriptionExpirationDateTime":"2022-05-24T23:21:19+00:00",
         "tenantId":"%1$s","clientState":"%3$s","lifecycleEvent":"%2$s"}\
        """
                .formatted(tenant, event, clientState, SUBSCRIPTION);
    }

    static String post(String... items) {
        return "{\"value\":[" + String.join(",", items) + "]}";
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
