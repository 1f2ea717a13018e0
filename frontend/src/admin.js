import { Admin } from './main/admin/admin.js';

new Admin(document.baseURI, document.body.dataset.name ?? '').start();
