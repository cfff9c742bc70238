export { ROLES, type Role } from './domain/role';
