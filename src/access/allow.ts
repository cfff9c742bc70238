import { applyDecorators } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ApiExtension, ApiSecurity } from '@nestjs/swagger';
import type { Role } from './role';

export const AllowedRoles = Reflector.createDecorator<readonly Role[]>();

/** Says who may call a route, to the guard and to the OpenAPI document at once. A route without it is closed. */
export const Allow = (...roles: [Role, ...Role[]]): MethodDecorator =>
  applyDecorators(
    AllowedRoles(roles),
    ApiSecurity('apiKey'),
    ApiSecurity('bearer'),
    ApiExtension('x-allowed-roles', roles),
  );

export const PublicRoute = Reflector.createDecorator<true>();

/** Opens a route to everyone: the few that carry no registry data, such as health and published keys. */
export const AllowAnyone = (): MethodDecorator =>
  applyDecorators(PublicRoute(true), ApiExtension('x-allowed-roles', ['anyone']));
