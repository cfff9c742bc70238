-- Run once by psql, as a superuser, on a new server: the database, the role that owns its tables, and the role that the
-- service runs as. What the service's role may do on each table is granted after each migration (npm run migrate): to
-- read and to add; to change or remove only where the table's own rules allow it. On the history and on the checks it
-- holds INSERT and SELECT and no more, and since it owns nothing, it can't drop or disable a rule.

\getenv owner_password REGISTRY_OWNER_PASSWORD
\getenv service_password REGISTRY_SERVICE_PASSWORD

CREATE ROLE registry_owner LOGIN PASSWORD :'owner_password';
CREATE ROLE registry_service LOGIN PASSWORD :'service_password';

CREATE DATABASE registry OWNER registry_owner ENCODING 'UTF8' TEMPLATE template0;
REVOKE ALL ON DATABASE registry FROM PUBLIC;
GRANT CONNECT ON DATABASE registry TO registry_service;

\connect registry

REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE, CREATE ON SCHEMA public TO registry_owner;
GRANT USAGE ON SCHEMA public TO registry_service;
