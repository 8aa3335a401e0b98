import { Injectable } from '@nestjs/common';
import type { Transaction } from '../core/database/transaction.js';
import { Enrollment } from './enrollment.entity.js';

@Injectable()
export class EnrollmentRepository {
  insert(tx: Transaction, enrollment: Omit<Enrollment, 'tenantId'>): void {
    tx.insert(Enrollment, enrollment);
  }
}
