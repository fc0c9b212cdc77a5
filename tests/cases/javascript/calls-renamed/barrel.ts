export { default as Line, helper as assist } from './queue';
export { shown as again } from './queue';
