package io.cloudshop.auth.audit;

/** What is worth remembering. */
public enum SecurityEventType {
    LOGIN_SUCCEEDED,
    LOGIN_FAILED,
    LOGGED_OUT,
    REFRESH_REUSED,
    PASSWORD_CHANGED,
    ROLES_CHANGED,
    USER_ENABLED,
    USER_DISABLED
}
