-- An administrator ends all sessions of somebody.
alter table security_events drop constraint security_events_type_check;
alter table security_events add constraint security_events_type_check check (type in (
    'LOGIN_SUCCEEDED', 'LOGIN_FAILED', 'LOGGED_OUT', 'REFRESH_REUSED', 'PASSWORD_CHANGED', 'ROLES_CHANGED',
    'USER_ENABLED', 'USER_DISABLED', 'SIGNING_KEY_ROTATED', 'SIGNING_KEY_WITHDRAWN', 'PASSWORD_RESET_LINK_SENT',
    'PASSWORD_RESET', 'PASSWORD_RESET_REFUSED', 'ACCOUNT_DELETED', 'SESSIONS_ENDED'
));
