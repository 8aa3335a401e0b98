export const page = 'dashboard';
