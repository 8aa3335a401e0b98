import { Injectable, type PipeTransform } from '@nestjs/common';
import { DomainError } from '../../common/domain-error.js';
import { ID } from '../../common/ids.js';

/** Validates an id in a path. A malformed id is not found, like any other id that does not exist. */
@Injectable()
export class IdPipe implements PipeTransform<string, string> {
  /** @throws DomainError `not_found` */
  transform(id: string): string {
    if (!ID.test(id)) throw new DomainError('not_found', 'not_found', 'No resource has this id.');
    return id;
  }
}
